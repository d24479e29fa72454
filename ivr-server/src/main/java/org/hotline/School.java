package org.hotline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.jdbc.SampleShop;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.history.TalkStories;
import org.hotline.training.Hotline;
import org.hotline.training.Labels;
import org.hotline.training.Learning;
import org.hotline.training.OnAir;
import org.hotline.training.Shelf;
import org.hotline.training.Training;
import org.hotline.training.files.TrainingFolder;
import org.hotline.understanding.Learner;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.hotline.understanding.files.KeptLearner;

/** Builds the trainers' room of one hotline of a site: its versions in files, and what learns. */
record School(Hotline hotline, Path plans, Shelf shelf, Learner learner, OnAir onAir) {
    private static final Pace PACE = Pace.QUICK;

    /** Of a hotline whose tree plans name. */
    static School of(String name, Path plans, List<Written> read, Surroundings surroundings, Path data) {
        return of(Hotline.of(name, plans, read, surroundings), plans, data);
    }

    /** Of a plan without a tree: nothing to train, and what its callers want is learnt the same way. */
    static School of(Written plan, Path plans, Surroundings surroundings, Path data) {
        return of(new Hotline(plan.plan().name(), plan.folder(), List.of(plan), surroundings), plans, data);
    }

    private static School of(Hotline hotline, Path plans, Path data) {
        Shelf shelf = new TrainingFolder(data.resolve("training").resolve(hotline.name()));
        Learner learner = learner(data);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return new School(hotline, plans, shelf, learner, new OnAir(hotline, shelf, learner, today));
    }

    /** Keeps what it learnt in the site's data, so that only the first start takes long. */
    static Learner learner(Path data) {
        return new KeptLearner(data.resolve("learnt"), new EnsembleLearner(PACE), PACE.name());
    }

    /** What a plan's callers are understood with, as the plan itself is written; reads what was learnt before. */
    static Comprehension learn(Dialplan plan, Path data) {
        return Comprehension.of(plan, learner(data), LocalDate.now(ZoneId.systemDefault()));
    }

    Training training(Labels labels, TalkStories stories, Clock clock) {
        Learning learning = new Learning(hotline, learner, new EnsembleLearner(PACE), this::rehearsed, clock);
        return new Training(hotline, shelf, labels, stories, learning, onAir, clock);
    }

    private Lookups rehearsed() {
        Path script = plans.resolve("shop-en/sample-shop.sql");
        return Files.exists(script) ? SampleShop.rehearsed(script) : Lookups.NONE;
    }
}

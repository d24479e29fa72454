package org.hotline.quality.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * Reads what people type: words that must all occur, {@code "phrases"}, {@code -excluded}. There is no wrong query: what
 * is no syntax is a word.
 */
final class QueryText {
    private static final int LONGEST = 400;
    private static final int MOST_PARTS = 32;
    private static final Pattern PART =
            Pattern.compile("(?<not>-?)(?:[\"“”](?<phrase>[^\"“”]*)[\"“”]|(?<word>[^\\s\"“”]+))");
    private static final float BOT_IS_LESS = 0.3f;

    private final QueryBuilder builder;

    /** Must words, phrases and exclusions. */
    private record Part(boolean excluded, boolean phrase, String text) {}

    QueryText(Analyzer analyzer) {
        this.builder = new QueryBuilder(analyzer);
    }

    /** The query; nothing if there is no word in it. */
    Optional<Query> read(String text) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int wanted = 0;
        int excluded = 0;
        for (Part part : parts(text)) {
            Optional<Query> query = query(part);
            if (query.isPresent()) {
                all.add(query.get(), part.excluded() ? Occur.MUST_NOT : Occur.MUST);
                wanted += part.excluded() ? 0 : 1;
                excluded += part.excluded() ? 1 : 0;
            }
        }
        if (wanted + excluded == 0) {
            return Optional.empty();
        }
        if (wanted == 0) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return Optional.of(all.add(saidByPeople(), Occur.SHOULD).build());
    }

    /** What people said counts more than what we say to everybody. */
    private static Query saidByPeople() {
        BooleanQuery notTheBot = new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(new TermQuery(new Term(Fields.SIDE, "bot")), Occur.MUST_NOT)
                .build();
        return new BoostQuery(new ConstantScoreQuery(notTheBot), BOT_IS_LESS);
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(Fields.clean(text.substring(0, Math.min(LONGEST, text.length()))));
        while (matcher.find() && parts.size() < MOST_PARTS) {
            boolean excluded = !matcher.group("not").isEmpty();
            Optional<String> phrase = Optional.ofNullable(matcher.group("phrase"));
            parts.add(new Part(
                    excluded, phrase.isPresent(), phrase.orElseGet(() -> String.valueOf(matcher.group("word")))));
        }
        return parts;
    }

    private Optional<Query> query(Part part) {
        List<Query> readings = new ArrayList<>();
        for (String field : Fields.searched()) {
            Query query = part.phrase()
                    ? builder.createPhraseQuery(field, part.text())
                    : builder.createBooleanQuery(field, part.text(), Occur.MUST);
            if (query != null) {
                readings.add(new BoostQuery(query, Fields.WEIGHTS.getOrDefault(field, 1.0f)));
            }
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(readings, 0.1f));
    }
}

package org.hotline.conversation.slot;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Corrections in Mandarin: 不是五是九, 是九不是五, 后面是三四, 最后两位是三四, 第三位是五, 第二组是……, 尾号是七. */
final class MandarinRepair {
    private static final String DIGITS = "[零〇一幺二两三四五六七八九十百0-9]+|[二两三四五六七八九]个[零〇一幺二三四五六七八九]";
    private static final String COUNT = "[一二两三四五六七八九]";

    /** Said before the repair itself. */
    private static final String BEFORE = "(?:不对|不是的|不是(?=不是|最|后|前|尾|末|开|第)|错了|不|嗯|呃|哦|啊|唉|那个|我说|我的|订单号|单号|号码|应该|就是)*";

    private static final String AFTER = "(?:吧|呢|啊|的|才对|谢谢)*";
    private static final String IS = "(?:的)?(?:数字|数|号码|号)?(?:应该)?(?:是|为)?";

    private static final Pattern NOT_FIRST = pattern("不是(?<wrong>D)(?:而是|应该是|是)(?<right>D)");
    private static final Pattern NOT_LAST = pattern("(?:应该)?是?(?<right>D)(?:而)?不是(?<wrong>D)");
    private static final Pattern WRONG = pattern("(?<wrong>D)(?:错了|不对|错)(?:应该)?是(?<right>D)");
    private static final Pattern CHANGED = pattern("把?(?<wrong>D)(?:要)?(?:改成|换成|改为)(?<right>D)");
    private static final Pattern END =
            pattern("(?:最后面?|后面?|末尾|末|尾号|结尾|后边)(?:的)?(?:(?<count>N)(?:位|个))?" + "IS(?<right>D)");
    private static final Pattern START = pattern("(?:最前面?|前面?|开头|前边)(?:的)?(?:(?<count>N)(?:位|个))?" + "IS(?<right>D)");
    private static final Pattern PLACE = pattern("第(?<place>N)(?<what>位|个|组|段)IS(?<right>D)");
    private static final Pattern BARE = pattern("是?(?<right>D)");

    private MandarinRepair() {}

    static Optional<Repair> read(String text) {
        String said = Words.mandarin(text);
        return match(NOT_FIRST, said)
                .or(() -> match(NOT_LAST, said))
                .or(() -> match(WRONG, said))
                .or(() -> match(CHANGED, said))
                .<Repair>map(found -> new Repair.Instead(digits(found, "right"), digits(found, "wrong")))
                .or(() -> match(END, said)
                        .filter(MandarinRepair::countFits)
                        .map(found -> new Repair.Ending(digits(found, "right"))))
                .or(() -> match(START, said)
                        .filter(MandarinRepair::countFits)
                        .map(found -> new Repair.Beginning(digits(found, "right"))))
                .or(() -> match(PLACE, said).map(MandarinRepair::place))
                .or(() -> match(BARE, said).map(found -> new Repair.Bare(digits(found, "right"))));
    }

    private static Repair place(Matcher found) {
        int place = MandarinNumber.digit(found.group("place").charAt(0));
        boolean group = found.group("what").equals("组") || found.group("what").equals("段");
        return new Repair.Place(OptionalInt.of(place), group, digits(found, "right"));
    }

    private static boolean countFits(Matcher found) {
        String count = found.group("count");
        return count == null
                || MandarinNumber.digit(count.charAt(0))
                        == digits(found, "right").length();
    }

    private static String digits(Matcher found, String group) {
        return MandarinDigits.read(found.group(group)).orElse("");
    }

    private static Optional<Matcher> match(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static Pattern pattern(String repair) {
        return Pattern.compile(
                BEFORE + repair.replace("IS", IS).replace("D)", DIGITS + ")").replace("N)", COUNT + ")") + AFTER);
    }
}

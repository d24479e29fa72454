package org.hotline.call.digest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds accounts by name. Any thread. */
@FunctionalInterface
public interface Accounts {
    /** Nobody. */
    Accounts NONE = name -> Optional.empty();

    Optional<Account> named(String name);

    /**
     * How somebody unknown is challenged: it must look like somebody known, or the answers would list our accounts.
     */
    default Account.Policy policyOfUnknown(String name) {
        return Account.Policy.MD5;
    }

    /** These accounts. */
    static Accounts of(Collection<Account> accounts) {
        Map<String, Account> byName =
                accounts.stream().collect(Collectors.toUnmodifiableMap(Account::name, Function.identity()));
        List<Account.Policy> policies =
                accounts.stream().map(Account::policy).distinct().sorted().toList();
        return new Accounts() {
            @Override
            public Optional<Account> named(String name) {
                return Optional.ofNullable(byName.get(name));
            }

            @Override
            public Account.Policy policyOfUnknown(String name) {
                return policies.isEmpty()
                        ? Account.Policy.MD5
                        : policies.get(Math.floorMod(name.hashCode(), policies.size()));
            }
        };
    }
}

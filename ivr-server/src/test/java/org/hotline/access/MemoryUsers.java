package org.hotline.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Users in memory. */
public final class MemoryUsers implements Users {
    private final Map<String, User> users = new ConcurrentSkipListMap<>();
    private final Map<String, String> hashes = new ConcurrentSkipListMap<>();

    @Override
    public Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return Optional.ofNullable(hashes.get(name));
    }

    @Override
    public void save(User user, String passwordHash) {
        users.put(user.name(), user);
        hashes.put(user.name(), passwordHash);
    }

    @Override
    public synchronized boolean addFirst(User user, String passwordHash) {
        boolean first = users.isEmpty();
        if (first) {
            save(user, passwordHash);
        }
        return first;
    }

    @Override
    public void remove(String name) {
        users.remove(name);
        hashes.remove(name);
    }

    @Override
    public List<User> all() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized <T, X extends Exception> T alone(Deed<T, X> deed) throws X {
        return deed.with(this);
    }
}

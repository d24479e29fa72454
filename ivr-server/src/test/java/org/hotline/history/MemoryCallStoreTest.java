package org.hotline.history;

class MemoryCallStoreTest extends CallStoreContract {
    @Override
    protected CallStore openStore() {
        return new MemoryCallStore();
    }
}

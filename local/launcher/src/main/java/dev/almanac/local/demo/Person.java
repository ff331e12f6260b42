package dev.almanac.local.demo;

import java.util.UUID;

/** Somebody in the story. */
record Person(UUID id, Api api) {
    static Person of(Api api) throws InterruptedException {
        return new Person(UUID.fromString(api.get("/me").get("user").get("id").asString()), api);
    }
}

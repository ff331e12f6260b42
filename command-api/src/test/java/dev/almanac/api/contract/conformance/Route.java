package dev.almanac.api.contract.conformance;

import tools.jackson.databind.JsonNode;

/** What the contract says about a method and a path. */
sealed interface Route {
    /** It is a call. */
    record Call(JsonNode operation) implements Route {}

    /** There is such a path, but not with this method. */
    record OtherMethods() implements Route {}

    /** There is no such path. */
    record Unknown() implements Route {}
}

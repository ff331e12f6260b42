package dev.almanac.api.http;

import dev.almanac.api.accept.JsonBody;
import dev.almanac.api.accept.PreviewRequest;
import dev.almanac.api.accept.UserZones;
import dev.almanac.api.interactive.RecurrencePreviews;
import dev.almanac.api.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows what a recurrence rule comes to before anyone sets it. */
@RestController
class RecurrencePreviewController {
    private final RecurrencePreviews previews;
    private final UserZones zones;

    RecurrencePreviewController(RecurrencePreviews previews, UserZones zones) {
        this.previews = previews;
        this.zones = zones;
    }

    @PostMapping(path = "/api/v1/recurrence-previews", consumes = MediaTypes.JSON, produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> preview(@AuthenticationPrincipal Caller caller, @RequestBody byte[] body) {
        var request = PreviewRequest.read(JsonBody.parse(body));
        return zones.zoneOf(caller.userId())
                .flatMap(zone -> previews.of(request, zone))
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json));
    }
}

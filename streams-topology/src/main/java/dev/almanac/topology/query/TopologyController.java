package dev.almanac.topology.query;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which instance has which partitions, and how far behind copies are, of either topology. */
@RestController
@RequestMapping("/internal/v1")
final class TopologyController {
    private final TopologyOverview tasks;
    private final TopologyOverview audit;

    record Topologies(TopologyOverview.View tasks, TopologyOverview.View audit) {}

    TopologyController(TopologyOverview tasks, TopologyOverview audit) {
        this.tasks = tasks;
        this.audit = audit;
    }

    @GetMapping("/topology")
    Mono<Topologies> topologies() {
        return Mono.zip(tasks.view(), audit.view(), Topologies::new);
    }
}

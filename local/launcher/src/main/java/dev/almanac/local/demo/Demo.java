package dev.almanac.local.demo;

import dev.almanac.local.issuer.Tokens;
import dev.almanac.local.issuer.UserName;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the story to a running system. All ids follow from the user and from what the story names, so whatever is there
 * already stays as it is, and what the user has done with it since, too.
 */
public final class Demo {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final URI url;
    private final Tokens tokens;
    private final LocalDate today;
    private final ZoneId zone;

    /**
     * @param url of the API
     * @param tokens of everyone in the story
     * @param zone of the story's times
     */
    public Demo(URI url, Tokens tokens, Clock clock, ZoneId zone) {
        this.url = url;
        this.tokens = tokens;
        this.today = LocalDate.now(clock.withZone(zone));
        this.zone = zone;
    }

    /**
     * Returns when all of it can be read.
     *
     * @return how many tasks were added
     * @throws dev.almanac.local.home.LocalException where the system does not answer, or refuses
     */
    public int load(UserName user) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Story story = Story.read();
            Map<String, Person> people = new HashMap<>();
            for (Story.Workspace workspace : story.workspaces()) {
                for (Story.Member member : workspace.members()) {
                    people.put(member.name(), person(http, new UserName(member.name())));
                }
            }
            Person teller = person(http, user);
            int added = 0;
            for (Story.Workspace workspace : story.workspaces()) {
                added += new WorkspaceTelling(teller, people, today, zone).tell(workspace);
            }
            return added;
        }
    }

    /** Whoever asks for themselves for the first time gets a workspace of their own by that. */
    private Person person(HttpClient http, UserName name) throws InterruptedException {
        return Person.of(new Api(http, url, tokens.access(name, TOKEN_LIFE)));
    }
}

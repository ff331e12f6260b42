package dev.almanac.local.stack;

import dev.almanac.local.home.PortPlan;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.issuer.IssuerAddress;
import dev.almanac.local.issuer.SigningKey;
import dev.almanac.local.issuer.Tokens;
import java.time.Clock;

/** Tokens of a stack's own issuer, for whoever may read its data directory. */
public final class StackTokens {
    private StackTokens() {}

    public static Tokens of(StackDirectory directory, Clock clock) {
        IssuerAddress issuer = IssuerAddress.at(PortPlan.existing(directory).of(PortPlan.Use.ISSUER));
        return new Tokens(issuer, SigningKey.of(directory.signingKey()), clock);
    }
}

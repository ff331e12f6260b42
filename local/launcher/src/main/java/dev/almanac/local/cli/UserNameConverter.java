package dev.almanac.local.cli;

import dev.almanac.local.issuer.UserName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a user's name off the command line. */
final class UserNameConverter implements ITypeConverter<UserName> {
    @Override
    public UserName convert(String typed) {
        return UserName.parse(typed)
                .orElseThrow(
                        () -> new TypeConversionException("A name has 1 to 64 letters, digits, spaces and . _ @ ' -"));
    }
}

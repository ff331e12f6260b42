package dev.almanac.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the command API. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CommandApiApplication {
    public static void main(String[] args) {
        SpringApplication.run(CommandApiApplication.class, args);
    }
}

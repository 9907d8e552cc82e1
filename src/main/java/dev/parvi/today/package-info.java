/** The working day: what needs doing now, out of all rooms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "team",
            "brand",
            "connector",
            "account",
            "listening",
            "planning",
            "publishing",
            "community",
            "audience",
            "analysis"
        })
package dev.parvi.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What it all did: snapshots of figures, goals against results, reports, advice. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "ui",
            "text",
            "team",
            "brand",
            "page",
            "connector",
            "account",
            "tracking",
            "listening",
            "planning",
            "publishing",
            "community",
            "audience"
        })
package dev.parvi.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

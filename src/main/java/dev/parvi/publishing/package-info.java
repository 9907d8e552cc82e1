/** The ledger: deliveries and attempts, so that a post goes out on time and once. */
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
            "tracking",
            "listening",
            "planning"
        })
package dev.parvi.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

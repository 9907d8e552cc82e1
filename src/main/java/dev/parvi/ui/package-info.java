/** How pages look: layout, page parts, assets, words in the reader's language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package dev.parvi.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The brand's own public page: its posts, comments, likes and followers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "team", "brand"})
package dev.parvi.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package dev.parvi.team.web;

import dev.parvi.team.Audit;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what. */
@Controller
class AuditDoor {

    private static final int ORDER = 560;
    private static final int SHOWN = 50;

    private final Audit audit;

    AuditDoor(Audit audit) {
        this.audit = audit;
    }

    @Bean
    static Door auditNavigation() {
        return new Door("audit", "/audit", "audit", ORDER, false, Set.of("MANAGER"));
    }

    @GetMapping("/b/{handle}/audit")
    String audit(Seat seat, @RequestParam(defaultValue = "0") long before, Model model) {
        var entries = audit.page(seat, before > 0 ? before : Long.MAX_VALUE, SHOWN + 1);
        var older = entries.size() > SHOWN;
        model.addAttribute("entries", older ? entries.subList(0, SHOWN) : entries)
                .addAttribute("older", older ? entries.get(SHOWN - 1).id() : 0L)
                .addAttribute("first", before <= 0);
        return "team/web/audit";
    }
}

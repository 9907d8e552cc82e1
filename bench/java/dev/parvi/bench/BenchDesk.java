package dev.parvi.bench;

import dev.parvi.Parvi;
import dev.parvi.platform.Outbound;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk as it is, with the sink as one more network; does what it's told on standard input. */
@Configuration(proxyBeanMethods = false)
class BenchDesk {

    @Bean
    SinkNetwork sinkNetwork(Outbound outbound) {
        return new SinkNetwork(outbound, System.getProperty("bench.sink"));
    }

    @Bean
    Load load(ApplicationContext beans) {
        return new Load(beans);
    }

    public static void main(String[] args) throws IOException {
        try (var desk = new SpringApplicationBuilder(Parvi.class, BenchDesk.class).run(args)) {
            say("READY");
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                obey(desk, line.strip().split(" "));
            }
        }
    }

    private static void obey(ConfigurableApplicationContext desk, String[] words) {
        var load = desk.getBean(Load.class);
        switch (words[0]) {
            case "accounts" -> say("ACCOUNTS " + load.accounts(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
            case "plan" -> say("DUE " + load.plan(Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])));
            case "report" -> say("LEDGER " + load.report());
            default -> say("UNKNOWN");
        }
    }

    private static void say(String line) {
        System.out.println("@@ " + line);
    }
}

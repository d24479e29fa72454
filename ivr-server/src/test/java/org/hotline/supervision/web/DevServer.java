package org.hotline.supervision.web;

import java.io.IOException;

/** Serves the pages over the sample centre, to look at them: any of its users, password as printed; Enter ends it. */
final class DevServer {
    private DevServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
        try (SampleCentre centre = new SampleCentre(port, "Asia/Shanghai").start();
                LivelyDay day = new LivelyDay(centre.board)) {
            day.begin();
            System.out.println(centre.address() + " admin / " + SampleCentre.PASSWORD);
            if (System.in.read() < 0) {
                Thread.currentThread().join();
            }
        }
    }
}

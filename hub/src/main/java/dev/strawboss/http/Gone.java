package dev.strawboss.http;

import java.io.IOException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Notices at once when the client of an event stream goes, before anything is written to it.
/// Jetty's request API does not tell; its connection does, once nothing else reads from it: the
/// body is read, and the connection is closed after the response, so that no further request comes.
final class Gone {
    private Gone() {}

    static void watch(Request request, Runnable gone) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        endPoint.tryFillInterested(
                new Callback() {
                    @Override
                    public void succeeded() {
                        look(request, endPoint, gone);
                    }

                    @Override
                    public void failed(Throwable cause) {
                        gone.run();
                    }

                    @Override
                    public InvocationType getInvocationType() {
                        return InvocationType.NON_BLOCKING;
                    }
                });
    }

    private static void look(Request request, EndPoint endPoint, Runnable gone) {
        try {
            if (endPoint.fill(BufferUtil.allocate(64)) == 0) {
                watch(request, gone); // encrypted bytes that carried nothing
                return;
            }
        } catch (IOException broken) {
            gone.run();
            return;
        }
        gone.run(); // the end, or a request after this one, which nobody may send here
    }
}

vcl 4.1;
# In front of a paper (docs/deploy.md). Start with: varnishd -a :80 -f varnish.vcl -p http_gzip_support=off
# The paper's settings beside it: EDGE_PURGE_URL=http://127.0.0.1:80/ EDGE_PURGE_METHOD=PURGE. Pages are held until the paper says that they are old.
import std;

backend default {
  .host = "127.0.0.1";
  .port = "3000";
}
acl paper {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (!client.ip ~ paper) {
      return (synth(403));
    }
    ban("obj.http.cache-tag == paper");
    return (synth(200));
  }
  if (req.http.upgrade ~ "(?i)websocket") {
    return (pipe);
  }
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  if (req.url ~ "(?i)^/+(newsroom|sign-in|setup|api|search|corrections/request)([/?]|$)") {
    return (pass);
  }
  # The paper's pages know of no cookie, and so does what is held of them.
  unset req.http.cookie;
  unset req.http.authorization;
  if (req.http.accept-encoding ~ "\bbr\b") {
    set req.http.accept-encoding = "br";
  } elsif (req.http.accept-encoding ~ "\bgzip\b") {
    set req.http.accept-encoding = "gzip";
  } else {
    unset req.http.accept-encoding;
  }
  return (hash);
}

sub vcl_pipe {
  set bereq.http.upgrade = req.http.upgrade;
  set bereq.http.connection = req.http.connection;
}

sub vcl_backend_response {
  set beresp.grace = 0s;
  if (beresp.http.cache-control ~ "private|no-store" || beresp.http.set-cookie || beresp.status >= 500) {
    set beresp.uncacheable = true;
    set beresp.ttl = 5s;
  } elsif (beresp.http.surrogate-control ~ "max-age=\d+") {
    set beresp.ttl = std.duration(regsub(beresp.http.surrogate-control, ".*max-age=(\d+).*", "\1s"), 0s);
  }
  unset beresp.http.surrogate-control;
  return (deliver);
}

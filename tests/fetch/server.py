# SPDX-License-Identifier: MIT
"""A server on loopback that answers as good and bad ones do, and remembers what it was asked.

Its addresses are methods of Handler called at_…; each test starts one of its own, on a port that the system chooses.
"""
import http.server
import json
import socket
import ssl
import threading
import urllib.parse

BODY = b'{"type": "FeatureCollection", "features": []}\n' + b" " * 200_000
OTHER = BODY[:-1] + b"\n"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(address.query, keep_blank_values=True))
        self.server.asked.append((self.path, dict(self.headers)))
        name = address.path.strip("/").split("/")[0].replace("-", "_").split(".")[0]
        getattr(self, f"at_{name}", self.at_missing)()

    def answer(self, status, body=b"", length=None, **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def at_whole(self):
        if self.headers.get("If-None-Match") == self.server.etag:
            self.send_response(304)
            self.send_header("ETag", self.server.etag)
            self.end_headers()
            return
        self.answer(200, BODY, ETag=self.server.etag, Content_Type="application/geo+json")

    def at_missing(self):
        self.answer(404, b"<html><head><TITLE lang=en>No such \x1b[31mmap</TITLE></head><body><h1>Error</h1><p>404</p></body></html>",
                    Content_Type="text/html")

    def at_forbidden(self):
        self.answer(403, b"keep out")

    def at_broken(self):
        self.answer(500, b"")

    def at_private(self):
        if self.headers.get("Authorization") == "Basic YW5uYTpnZWhlaW0=":  # anna:geheim
            return self.answer(200, b"private\n", Last_Modified="Sun, 11 Oct 2026 03:00:00 GMT")
        return self.answer(401, b"who are you?", WWW_Authenticate='Basic realm="maps"')

    def at_private_moved(self):
        self.answer(302, Location=f"http://localhost:{self.server.server_port}/private")

    def at_empty(self):
        self.answer(200, b"")

    def at_stall(self):
        """Headers and the beginning, then nothing until the other side gives up."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.send_header("ETag", self.server.etag)
        self.end_headers()
        self.wfile.write(BODY[:1000])
        self.wfile.flush()
        self.connection.recv(1)

    def at_silent(self):
        self.connection.recv(1)

    def at_short(self):
        self.answer(200, BODY[:5000], length=len(BODY))
        self.close_connection = True

    def at_long(self):
        self.answer(200, BODY, length=5000)
        self.close_connection = True

    def at_two_lengths(self):
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.send_header("Content-Length", "20")
        self.end_headers()
        self.wfile.write(b"0123456789")
        self.close_connection = True

    def at_no_length(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(BODY)
        self.close_connection = True

    def at_keeps_open(self):
        """Does not close the connection, although it was asked to."""
        self.answer(200, b"all of it\n")
        self.connection.recv(1)

    def chunked(self, *parts, ends=True):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in parts:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        if ends:
            self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def at_chunked(self):
        self.chunked(BODY[:3000], BODY[3000:])

    def at_chunked_cut(self):
        self.chunked(BODY[:3000], ends=False)

    def at_cut(self):
        """The first time only the beginning, with what is needed to go on."""
        begin, status = 0, 200
        asked = self.headers.get("Range")
        if asked and self.headers.get("If-Range") == self.server.etag and self.server.ranges:
            begin, status = int(asked.removeprefix("bytes=").rstrip("-")), 206
        body = OTHER if self.server.changed else BODY
        self.send_response(status)
        self.send_header("ETag", self.server.etag)
        self.send_header("Content-Length", str(len(body) - begin))
        if status == 206:
            self.send_header("Content-Range", f"bytes {begin}-{len(body) - 1}/{len(body)}")
        self.end_headers()
        end = self.server.cut_at or len(body)
        self.wfile.write(body[begin:end])
        self.wfile.flush()
        self.close_connection = True

    def at_wrong_range(self):
        if "Range" in self.headers:
            self.answer(206, BODY[10:], ETag=self.server.etag, Content_Range=f"bytes 10-{len(BODY) - 1}/{len(BODY)}")
        else:
            self.at_cut()

    def at_no_range(self):
        if "Range" in self.headers:
            self.answer(416, b"", Content_Range=f"bytes */{len(BODY)}")
        else:
            self.at_cut()

    def at_busy(self):
        """Busy the first time."""
        if len(self.server.asked) == 1:
            return self.answer(int(self.query.get("status", 429)), b"slow down", Retry_After=self.query["after"])
        return self.answer(200, b"served\n")

    def at_always_busy(self):
        self.answer(429, b"slow down", Retry_After="0")

    def at_busy_without_time(self):
        self.answer(503, b"under repair")

    def at_elsewhere(self):
        self.answer(int(self.query.get("status", 302)), Location=self.query["to"])

    def at_circle(self):
        self.answer(302, Location="/circle")

    def at_arcgis(self):
        """A layer of ArcGIS, as self.server.layer has it: pages of no more than its limit."""
        layer, path = self.server.layer, urllib.parse.urlsplit(self.path).path
        say = lambda document: self.answer(200, json.dumps(document).encode())
        if self.query.get("token", "abc123") != "abc123":
            return say({"error": {"code": 498, "message": "Invalid token", "details": []}})
        if path == "/arcgis/Held/FeatureServer":
            return say({"layers": [{"id": 0, "name": "line"}, {"id": 49, "name": "held"}], "tables": []})
        if path == "/arcgis/Held/FeatureServer/49":
            return say({"name": "Held", "maxRecordCount": layer["limit"], "objectIdField": "FID",
                        "fields": [{"name": "FID", "type": "esriFieldTypeOID"}]})
        if path != "/arcgis/Held/FeatureServer/49/query":
            return say({"error": {"code": 400, "message": "Invalid URL", "details": ["Invalid URL"]}})
        if self.query.get("returnCountOnly") == "true":
            return say({"count": layer["count"]})
        assert self.query["orderByFields"] == "FID" and self.query["where"] == "1=1", self.query
        begin = int(self.query["resultOffset"])
        end = min(begin + min(int(self.query["resultRecordCount"]), layer["limit"]), len(layer["ids"]))
        page = {"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": number, "properties": {"FID": number, "name": "held }] \\\" Є"},
             "geometry": {"type": "Point", "coordinates": [37.10, 48.0]}} for number in layer["ids"][begin:end]]}
        if end < len(layer["ids"]):
            page["exceededTransferLimit"] = True
        if layer.get("fails_at") == begin:
            return say({"error": {"code": 500, "message": "Error performing query operation"}})
        return self.answer(200, json.dumps(page, ensure_ascii=False).encode(), Content_Type="application/geo+json")

    def at_page(self):
        self.answer(200, b"<html>log in</html>", Content_Type="text/html; charset=utf-8")

    def at_big(self):
        self.answer(200, BODY[:1000], length=5_000_000_000)
        self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, certificate=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.etag = [], '"one"'
        self.cut_at, self.changed, self.ranges = 0, False, True
        self.layer = {"ids": list(range(1, 8)), "count": 7, "limit": 3}
        self.scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
            self.scheme = "https"

    def handle_error(self, request, client_address):
        pass  # clients that hang up are what is tested

    def address(self, path, host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.server_port}/{path}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


def closed_port():
    """A port that nobody listens on: bound, and never listened to, while the socket is kept."""
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    return holder, holder.getsockname()[1]


if __name__ == "__main__":
    with Server() as served:
        print(json.dumps(served.address("")), flush=True)
        threading.Event().wait()

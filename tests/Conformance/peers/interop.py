"""The gRPC project's interoperability cases with python3-grpcio, as a client (interop.py client PORT CASE) and as a server (interop.py server).

Debian's package brings no compiler for protos, so the few messages are written and read by hand: a field is a number, a kind and a value.
"""
import sys
from concurrent import futures

import grpc

SERVICE = "/grpc.testing.TestService/"
INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
SIZES, SENT = [31415, 9, 2653, 58979], [27182, 8, 1828, 45904]


def varint(n):
    out = bytearray()
    while True:
        out.append(n & 0x7F | (0x80 if n > 0x7F else 0))
        n >>= 7
        if not n:
            return bytes(out)


def number(field, value):
    return varint(field << 3) + varint(value) if value else b""


def block(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def fields(data):
    """Every field of a message: its number and its value, a number or bytes."""
    at = 0

    def read():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = read()
        if key & 7 == 0:
            yield key >> 3, read()
        else:
            length = read()
            yield key >> 3, data[at:at + length]
            at += length


def one(data, wanted, default):
    return next((v for f, v in fields(data) if f == wanted), default)


def zeros(size):
    return block(2, bytes(size))


def body_size(message, payload_field):
    return len(one(one(message, payload_field, b""), 2, b""))


def ask(size, sent):
    return block(2, number(1, size)) + block(3, zeros(sent))


def status(code, message):
    return block(7, number(1, code) + block(2, message.encode()))


# --- client ---

class Client:
    def __init__(self, port):
        self.channel = grpc.insecure_channel("127.0.0.1:" + port)
        self.unary = lambda m: self.channel.unary_unary(m)
        self.empty_call = self.channel.unary_unary(SERVICE + "EmptyCall")
        self.unary_call = self.channel.unary_unary(SERVICE + "UnaryCall")
        self.output = self.channel.unary_stream(SERVICE + "StreamingOutputCall")
        self.input = self.channel.stream_unary(SERVICE + "StreamingInputCall")
        self.duplex = self.channel.stream_stream(SERVICE + "FullDuplexCall")

    def empty_unary(self):
        assert self.empty_call(b"") == b""

    def large_unary(self):
        assert body_size(self.unary_call(number(2, 314159) + block(3, zeros(271828))), 1) == 314159

    def client_streaming(self):
        assert one(self.input(iter([block(1, zeros(n)) for n in SENT])), 1, 0) == 74922

    def server_streaming(self):
        request = b"".join(block(2, number(1, n)) for n in SIZES)
        assert [body_size(r, 1) for r in self.output(request)] == SIZES

    def ping_pong(self):
        pipe = Pipe()
        call = self.duplex(pipe)
        for size, sent in zip(SIZES, SENT):
            pipe.put(ask(size, sent))
            assert body_size(next(call), 1) == size
        pipe.end()
        assert list(call) == []

    def empty_stream(self):
        assert list(self.duplex(iter([]))) == []

    def status_code_and_message(self, message="test status message"):
        refused(lambda: self.unary_call(status(2, message)), grpc.StatusCode.UNKNOWN, message)
        refused(lambda: list(self.duplex(iter([status(2, message)]))), grpc.StatusCode.UNKNOWN, message)

    def special_status_message(self):
        self.status_code_and_message("\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")

    def unimplemented_method(self):
        refused(lambda: self.unary(SERVICE + "UnimplementedCall")(b""), grpc.StatusCode.UNIMPLEMENTED)

    def unimplemented_service(self):
        refused(lambda: self.unary("/grpc.testing.UnimplementedService/UnimplementedCall")(b""), grpc.StatusCode.UNIMPLEMENTED)

    def cancel_after_begin(self):
        call = self.input.future(Pipe())
        call.cancel()
        assert call.cancelled() and call.code() == grpc.StatusCode.CANCELLED

    def cancel_after_first_response(self):
        pipe = Pipe()
        call = self.duplex(pipe)
        pipe.put(ask(31415, 27182))
        next(call)
        call.cancel()
        refused(lambda: next(call), grpc.StatusCode.CANCELLED)

    def timeout_on_sleeping_server(self):
        pipe = Pipe()
        call = self.duplex(pipe, timeout=0.05)
        pipe.put(block(3, zeros(27182)))
        refused(lambda: next(call), grpc.StatusCode.DEADLINE_EXCEEDED)

    def custom_metadata(self):
        sent = ((INITIAL, "test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab"))
        request = number(2, 314159) + block(3, zeros(271828))
        _, call = self.unary_call.with_call(request, metadata=sent)
        echoed(call)
        call = self.duplex(iter([ask(314159, 271828)]), metadata=sent)
        list(call)
        echoed(call)


def echoed(call):
    assert dict(call.initial_metadata())[INITIAL] == "test_initial_metadata_value"
    assert dict(call.trailing_metadata())[TRAILING] == b"\xab\xab\xab"


def refused(call, code, message=None):
    try:
        call()
    except grpc.RpcError as e:
        assert e.code() == code, (e.code(), e.details())
        assert message is None or e.details() == message, e.details()
        return
    raise AssertionError("was not refused")


class Pipe:
    """Requests that are given one by one."""

    def __init__(self):
        import queue
        self.queue = queue.Queue()

    def put(self, message):
        self.queue.put(message)

    def end(self):
        self.queue.put(None)

    def __iter__(self):
        return self

    def __next__(self):
        message = self.queue.get()
        if message is None:
            raise StopIteration
        return message


# --- server ---

def echo(context):
    given = dict(context.invocation_metadata())
    if INITIAL in given:
        context.send_initial_metadata(((INITIAL, given[INITIAL]),))
    if TRAILING in given:
        context.set_trailing_metadata(((TRAILING, given[TRAILING]),))


def refuse(request, context):
    wanted = one(request, 7, None)
    if wanted is not None and one(wanted, 1, 0):
        code = next(c for c in grpc.StatusCode if c.value[0] == one(wanted, 1, 0))
        context.abort(code, one(wanted, 2, b"").decode())


def answers(request):
    return [block(1, zeros(one(v, 1, 0))) for f, v in fields(request) if f == 2]


def unary_call(request, context):
    echo(context)
    refuse(request, context)
    return block(1, zeros(one(request, 2, 0)))


def output_call(request, context):
    echo(context)
    refuse(request, context)
    yield from answers(request)


def duplex_call(requests, context):
    echo(context)
    for request in requests:
        refuse(request, context)
        yield from answers(request)


def serve():
    server = grpc.server(futures.ThreadPoolExecutor(16))
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("grpc.testing.TestService", {
        "EmptyCall": grpc.unary_unary_rpc_method_handler(lambda request, context: b""),
        "UnaryCall": grpc.unary_unary_rpc_method_handler(unary_call),
        "StreamingOutputCall": grpc.unary_stream_rpc_method_handler(output_call),
        "StreamingInputCall": grpc.stream_unary_rpc_method_handler(lambda requests, context: number(1, sum(body_size(r, 1) for r in requests))),
        "FullDuplexCall": grpc.stream_stream_rpc_method_handler(duplex_call),
    }),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(port, flush=True)
    server.wait_for_termination()


if __name__ == "__main__":
    if sys.argv[1] == "server":
        serve()
    else:
        getattr(Client(sys.argv[2]), sys.argv[3])()

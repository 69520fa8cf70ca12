// The gRPC project's interoperability cases with @grpc/grpc-js, as a client (interop.js client PORT CASE) and as a server (interop.js server).
const assert = require('node:assert');
const path = require('node:path');
const { createRequire } = require('node:module');

const here = createRequire(path.join(process.cwd(), 'package.json'));
const grpc = here('@grpc/grpc-js');
const loader = here('@grpc/proto-loader');

const proto = path.join(__dirname, '..', 'proto', 'grpc', 'testing', 'interop.proto');
const { testing } = grpc.loadPackageDefinition(loader.loadSync(proto, { keepCase: true, longs: Number, defaults: true })).grpc;
const INITIAL = 'x-grpc-test-echo-initial', TRAILING = 'x-grpc-test-echo-trailing-bin';
const SIZES = [31415, 9, 2653, 58979], SENT = [27182, 8, 1828, 45904];
const zeros = size => ({ body: Buffer.alloc(size) });
const ask = (size, sent) => ({ response_parameters: [{ size }], payload: zeros(sent) });

// --- client ---

const unary = (client, method, ...args) => new Promise((done, fail) => client[method](...args, (e, answer) => (e ? fail(e) : done(answer))));

const all = call => new Promise((done, fail) => {
  const got = [];
  call.on('data', message => got.push(message));
  call.on('error', fail);
  call.on('end', () => done(got));
});

async function refused(promise, code, message) {
  const e = await promise.then(() => { throw new Error('was not refused'); }, error => error);
  assert.strictEqual(e.code, code, e.message);
  if (message !== undefined) assert.strictEqual(e.details, message);
}

const cases = {
  empty_unary: client => unary(client, 'EmptyCall', {}),
  async large_unary(client) {
    const answer = await unary(client, 'UnaryCall', { response_size: 314159, payload: zeros(271828) });
    assert.strictEqual(answer.payload.body.length, 314159);
  },
  client_streaming: client => new Promise((done, fail) => {
    const call = client.StreamingInputCall((e, answer) => {
      if (e) return fail(e);
      assert.strictEqual(answer.aggregated_payload_size, 74922);
      return done();
    });
    for (const size of SENT) call.write({ payload: zeros(size) });
    call.end();
  }),
  async server_streaming(client) {
    const got = await all(client.StreamingOutputCall({ response_parameters: SIZES.map(size => ({ size })) }));
    assert.deepStrictEqual(got.map(m => m.payload.body.length), SIZES);
  },
  ping_pong: client => new Promise((done, fail) => {
    const call = client.FullDuplexCall();
    const got = [];
    call.on('error', fail);
    call.on('data', message => {
      got.push(message.payload.body.length);
      if (got.length < SIZES.length) call.write(ask(SIZES[got.length], SENT[got.length]));
      else call.end();
    });
    call.on('end', () => { assert.deepStrictEqual(got, SIZES); done(); });
    call.write(ask(SIZES[0], SENT[0]));
  }),
  async empty_stream(client) {
    const call = client.FullDuplexCall();
    call.end();
    assert.deepStrictEqual(await all(call), []);
  },
  async status_code_and_message(client, message = 'test status message') {
    await refused(unary(client, 'UnaryCall', { response_status: { code: 2, message } }), 2, message);
    const call = client.FullDuplexCall();
    call.write({ response_status: { code: 2, message } });
    call.end();
    await refused(all(call), 2, message);
  },
  special_status_message: client => cases.status_code_and_message(client, '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n'),
  unimplemented_method: client => refused(unary(client, 'UnimplementedCall', {}), grpc.status.UNIMPLEMENTED),
  unimplemented_service: (client, address) =>
    refused(unary(new testing.UnimplementedService(address, grpc.credentials.createInsecure()), 'UnimplementedCall', {}), grpc.status.UNIMPLEMENTED),
  cancel_after_begin: client => new Promise((done, fail) => {
    const call = client.StreamingInputCall(e => (e && e.code === grpc.status.CANCELLED ? done() : fail(e ?? new Error('was not cancelled'))));
    call.cancel();
  }),
  cancel_after_first_response: client => new Promise((done, fail) => {
    const call = client.FullDuplexCall();
    call.on('data', () => call.cancel());
    call.on('error', e => (e.code === grpc.status.CANCELLED ? done() : fail(e)));
    call.write(ask(31415, 27182));
  }),
  timeout_on_sleeping_server(client) {
    const call = client.FullDuplexCall({ deadline: Date.now() + 50 });
    call.write({ payload: zeros(27182) });
    return refused(all(call), grpc.status.DEADLINE_EXCEEDED);
  },
  async custom_metadata(client) {
    const sent = new grpc.Metadata();
    sent.set(INITIAL, 'test_initial_metadata_value');
    sent.set(TRAILING, Buffer.from([0xab, 0xab, 0xab]));
    const echoed = (call, what) => new Promise((done, fail) => {
      const seen = {};
      const look = () => {
        if (!seen.first || !seen.last) return;
        try {
          assert.deepStrictEqual(seen.first.get(INITIAL), ['test_initial_metadata_value']);
          assert.deepStrictEqual(seen.last.get(TRAILING), [Buffer.from([0xab, 0xab, 0xab])]);
          done();
        } catch (e) { fail(e); }
      };
      call.on('metadata', m => { seen.first = m; look(); });
      call.on('status', s => { seen.last = s.metadata; look(); });
      what?.(call);
    });
    await echoed(client.UnaryCall({ response_size: 314159, payload: zeros(271828) }, sent, () => {}));
    await echoed(client.FullDuplexCall(sent), call => { call.on('data', () => {}); call.write(ask(314159, 271828)); call.end(); });
  },
};

// --- server ---

function echo(call) {
  const first = call.metadata.get(INITIAL);
  if (first.length) { const m = new grpc.Metadata(); m.set(INITIAL, first[0]); call.sendMetadata(m); }
  const last = new grpc.Metadata();
  for (const value of call.metadata.get(TRAILING)) last.set(TRAILING, value);
  return last;
}

const wanted = request => (request.response_status?.code
  ? Object.assign(new Error(request.response_status.message), { code: request.response_status.code, details: request.response_status.message }) : null);
const answers = (call, request) => request.response_parameters.forEach(p => call.write({ payload: zeros(p.size) }));

const service = {
  EmptyCall: (call, done) => done(null, {}, echo(call)),
  UnaryCall(call, done) {
    const last = echo(call);
    done(wanted(call.request), { payload: zeros(call.request.response_size) }, last);
  },
  StreamingOutputCall(call) {
    const last = echo(call);
    answers(call, call.request);
    call.end(last);
  },
  StreamingInputCall(call, done) {
    let size = 0;
    call.on('data', message => { size += message.payload.body.length; });
    call.on('end', () => done(null, { aggregated_payload_size: size }));
  },
  FullDuplexCall(call) {
    const last = echo(call);
    call.on('data', request => (wanted(request) ? call.emit('error', wanted(request)) : answers(call, request)));
    call.on('end', () => call.end(last));
  },
};

if (process.argv[2] === 'server') {
  const server = new grpc.Server();
  const { UnimplementedCall, ...served } = testing.TestService.service;
  server.addService(served, service);
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (e, port) => {
    if (e) throw e;
    console.log(port);
  });
} else {
  const address = `127.0.0.1:${process.argv[3]}`;
  const client = new testing.TestService(address, grpc.credentials.createInsecure());
  Promise.resolve(cases[process.argv[4]](client, address)).then(() => process.exit(0), e => { console.error(e); process.exit(1); });
}

// A certified OpenID provider as an agency would run it: client credentials for a system, a page at which people sign in, JWT access tokens for the region,
// keys that can be rotated while it runs.
// Arguments: port. A line on standard input, "rotate", makes a new key and forgets the old one.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;

function key() {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

function make() {
  return new Provider(issuer, {
    jwks: { keys: [key()] },
    clients: [{
      client_id: 'fire-cad', client_secret: 'only-for-this-test', grant_types: ['client_credentials'], redirect_uris: [], response_types: [],
    }, {
      client_id: 'coord', token_endpoint_auth_method: 'none', application_type: 'native', grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['http://127.0.0.1/callback'], response_types: ['code'],
    }],
    scopes: ['openid', 'offline_access', 'reports'],
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:coordination',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'reports', audience: 'coordination', accessTokenFormat: 'jwt', accessTokenTTL: 600, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
    extraTokenClaims: (_, token) => ({ agency: 'fire', region: 'test', ...(token.kind === 'ClientCredentials' ? { sub: 'fire-cad', roles: ['integration'] } : { roles: ['duty-officer'] }) }),
  });
}

let answer = make().callback();
createServer((request, response) => answer(request, response)).listen(port, '127.0.0.1', () => console.log('ready'));
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line !== 'rotate') return;
  answer = make().callback();
  console.log('rotated');
});

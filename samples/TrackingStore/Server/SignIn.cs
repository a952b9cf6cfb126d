using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Operations;
using TrackingStore.Protocol;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Server;

/// <summary>
/// Finds out who sends a request: by basic authentication with a password or an access token, or by an access token alone. Without sign-in,
/// everybody may do everything.
/// </summary>
internal sealed class SignIn(UserStore users, ServerMeter meter, ServerOptions options) : IDisposable
{
    private const int MaxRemembered = 10_000;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, bool> remembered = new();

    // A hash takes a tenth of a second of a processor, which anybody can ask for.
    private readonly SemaphoreSlim hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Runs the rest of the pipeline.</summary>
    /// <exception cref="MlflowException">Nobody signs in, and the route is not for everybody.</exception>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // Those who watch the server are answered without the store.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Access>() != Access.Public)
            context.Features.Set(options.SignIn ? await FindAsync(context) ?? throw Refused(context) : Caller.Anyone);

        await next(context);
    }

    /// <inheritdoc/>
    public void Dispose() => hashing.Dispose();

    private MlflowException Refused(HttpContext context)
    {
        // Who sends nothing has only not been asked yet.
        if (context.Request.Headers.Authorization.Count > 0) meter.RefusedSignIn();
        return new MlflowException(
            ErrorCode.UNAUTHENTICATED,
            "You are not authenticated. Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN.");
    }

    private async Task<Caller?> FindAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var space = header.IndexOf(' ');
        if (space < 0) return null;
        var (scheme, text) = (header[..space], header[(space + 1)..].Trim());
        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return AccessToken.Parse(text) is { } token ? await FindAsync(token.UserName, text, context.RequestAborted) : null;

        if (!scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || Decode(text) is not { } pair) return null;
        var colon = pair.IndexOf(':');
        return colon < 0 ? null : await FindAsync(pair[..colon], pair[(colon + 1)..], context.RequestAborted);
    }

    private async Task<Caller?> FindAsync(string name, string secret, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(name, cancellationToken);
        var isRight = AccessToken.Parse(secret) is { } token
            ? await IsTokenAsync(name, token, cancellationToken)
            : await IsPasswordAsync(user, secret, cancellationToken);
        return isRight && user is not null ? new Caller(user.Name, user.IsAdmin) { PasswordHash = user.PasswordHash } : null;
    }

    private async Task<bool> IsTokenAsync(string name, AccessToken token, CancellationToken cancellationToken) =>
        token.UserName == name && await users.FindTokenAsync(name, token.TokenId, cancellationToken) is { } stored
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored.Digest), Encoding.ASCII.GetBytes(token.Digest));

    /// <summary>An unknown user takes as long as a known one, so that nobody can find out who there is.</summary>
    private async Task<bool> IsPasswordAsync(UserItem? user, string password, CancellationToken cancellationToken)
    {
        var hash = users.HashOf(user);
        // The stored hash is part of what is remembered, so another password forgets it.
        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{hash}\0{password}")));
        if (remembered.ContainsKey(proof)) return true;
        await hashing.WaitAsync(cancellationToken);
        try
        {
            if (!await Task.Run(() => PasswordHash.Matches(hash, password), cancellationToken)) return false;
        }
        finally
        {
            hashing.Release();
        }

        if (remembered.Count >= MaxRemembered) remembered.Clear();
        remembered[proof] = true;
        return true;
    }

    private static string? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}

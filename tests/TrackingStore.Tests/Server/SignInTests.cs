using System.Net;
using System.Text;
using TrackingStore.Server;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Server;

/// <summary>Who signs in, and with what.</summary>
public sealed class SignInTests(SignInServer server) : IClassFixture<SignInServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRoute_WithoutSigningIn_IsClosed_ButTheProbes()
    {
        var routes = server.Server.MethodsAndPaths("1/a");
        Assert.True(routes.Count > 80, $"{routes.Count} routes");
        foreach (var (method, path) in routes.Append(("GET", "/nothing")).Append(("POST", "/api/2.0/mlflow/nothing")))
        {
            using var response = await server.Nobody.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Ct);
            if (path is "/health" or "/ready" || path.StartsWith("/static/", StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                continue;
            }

            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path}: {response.StatusCode}");
            Assert.Equal("Basic realm=\"mlflow\"", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory]
    [InlineData("Basic", "")]
    [InlineData("Basic", "not base64")]
    [InlineData("Basic", "YWRtaW4=")] // admin
    [InlineData("Basic", "YWRtaW46")] // admin:
    [InlineData("Basic", "Og==")] // :
    [InlineData("Bearer", "")]
    [InlineData("Bearer", "mlt_YWRtaW4.x.y")]
    [InlineData("Bearer", "mlt_..")]
    [InlineData("Bearer", "mlt_%.#.x")]
    [InlineData("Digest", "username=admin")]
    public async Task WrongCredentials_AreRefused(string scheme, string credentials)
    {
        using var client = server.Nobody.As(scheme, credentials);
        (await client.GetAsync("experiments/get?experiment_id=0")).Is(401, "UNAUTHENTICATED", "You are not authenticated.");
    }

    [Theory]
    [InlineData("admin", "wrong password")]
    [InlineData("nobody", SignInServer.Password)]
    [InlineData("ADMIN", SignInServer.Password)]
    public async Task WrongPasswords_AreRefused_AlsoAfterARightOne(string name, string password)
    {
        (await server.Admin.GetAsync("experiments/get?experiment_id=0")).Ok();
        using var client = server.ClientOf(name, password);
        for (var i = 0; i < 2; i++) Assert.Equal(401, (await client.GetAsync("experiments/get?experiment_id=0")).Status);
    }

    [Fact]
    public async Task LongName_IsRefused()
    {
        using var client = server.ClientOf(new string('\u20ac', 3000));
        Assert.Equal(401, (await client.GetAsync("experiments/get?experiment_id=0")).Status);
    }

    [Fact]
    public async Task Token_SignsIn_AloneOrAsAPassword_UntilItIsDeleted()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var created = (await user.PostAsync("users/tokens/create", new { username = name })).Ok();
        var (id, token) = ((string)created["token_id"]!, (string)created["token"]!);
        using var bearer = server.Nobody.As("Bearer", token);
        using var basic = server.ClientOf(name, token);
        using var other = server.ClientOf("admin", token);
        using var forged = server.Nobody.As("Bearer", token[..^2] + "AA");
        var shown = "users/get?username=" + Uri.EscapeDataString(name);
        foreach (var good in (MlflowClient[])[bearer, basic])
            Assert.Equal(name, (string)(await good.GetAsync(shown)).Ok()["user"]!["username"]!);
        foreach (var bad in (MlflowClient[])[other, forged]) Assert.Equal(401, (await bad.GetAsync("experiments/search")).Status);

        var listed = (await user.GetAsync("users/tokens/list?username=" + Uri.EscapeDataString(name))).Ok();
        Assert.Equal(id, (string)Assert.Single(listed["tokens"]!.AsArray())!["token_id"]!);
        Assert.DoesNotContain(token.Split('.')[2], listed.Text, StringComparison.Ordinal);
        (await user.SendAsync(HttpMethod.Delete, "/api/2.0/mlflow/users/tokens/delete", new { username = name, token_id = id })).Ok();
        Assert.Equal(401, (await bearer.GetAsync("experiments/search")).Status);
    }

    [Fact]
    public async Task NewPassword_EndsTheOldOneAndTheTokens()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var token = (string)(await user.PostAsync("users/tokens/create", new { username = name })).Ok()["token"]!;
        using var bearer = server.Nobody.As("Bearer", token);
        (await bearer.GetAsync("experiments/search")).Ok();
        var change = new { username = name, password = "another long one" };
        (await user.SendAsync(HttpMethod.Patch, "/api/2.0/mlflow/users/update-password", change)).Ok();
        Assert.Equal(401, (await user.GetAsync("experiments/search")).Status);
        Assert.Equal(401, (await bearer.GetAsync("experiments/search")).Status);
        using var again = server.ClientOf(name, "another long one");
        (await again.GetAsync("experiments/search")).Ok();
    }

    [Fact]
    public async Task DeletedUser_CannotSignIn_AndLeavesNothing()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        var experiment = await server.Admin.CreateExperimentAsync();
        await server.GrantAsync(experiment, name, "READ");
        (await user.GetAsync("experiments/get?experiment_id=" + experiment)).Ok();
        (await server.Admin.SendAsync(HttpMethod.Delete, "/api/2.0/mlflow/users/delete", new { username = name })).Ok();
        Assert.Equal(401, (await user.GetAsync("experiments/search")).Status);
        (await server.Admin.PostAsync("users/create", new { username = name, password = SignInServer.Password })).Ok();
        (await user.GetAsync("experiments/get?experiment_id=" + experiment)).Is(403, "PERMISSION_DENIED", "Permission denied");
    }

    [Fact]
    public async Task FirstUser_NeedsAPasswordOfItsOwn()
    {
        var options = new ServerOptions { Port = 0, SignIn = true };
        var missing = await Assert.ThrowsAsync<ArgumentException>(() => TrackingServer.StartAsync(options, Ct));
        Assert.Contains("--admin-password-file", missing.Message, StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "short\n", Ct);
            var shortOne = await Assert.ThrowsAsync<ArgumentException>(
                () => TrackingServer.StartAsync(options with { AdminPasswordFile = file }, Ct));
            Assert.Contains("too short", shortOne.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task FirstUser_StaysAnAdministrator()
    {
        (await server.Admin.SendAsync(HttpMethod.Delete, "/api/2.0/mlflow/users/delete", new { username = UserNames.First }))
            .Is(400, "INVALID_PARAMETER_VALUE", "stays an administrator");
        (await server.Admin.SendAsync(
            HttpMethod.Patch, "/api/2.0/mlflow/users/update-admin", new { username = UserNames.First, is_admin = false }))
            .Is(400, "INVALID_PARAMETER_VALUE", "stays an administrator");
    }

    /// <summary>As MLflow's client library encodes names.</summary>
    [Fact]
    public async Task Names_AreUtf8()
    {
        var (name, client) = await server.AddUserAsync();
        using var user = client;
        (await user.GetAsync("experiments/search")).Ok();
        using var latin = server.Nobody.As(name, SignInServer.Password, Encoding.Latin1);
        Assert.Equal(401, (await latin.GetAsync("experiments/search")).Status);
    }
}

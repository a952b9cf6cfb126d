using System.Text;
using TrackingStore.Server;
using TrackingStore.Values;

namespace TrackingStore.Tests.Support;

/// <summary>A server with a place in a bucket of its own, and with a data folder that outlives the server.</summary>
internal sealed class BucketServer(RadosGateway s3) : IAsyncDisposable
{
    private const string Password = "a long password";
    private TrackingServer? server;
    private MlflowClient? client;

    /// <summary>The place in the bucket.</summary>
    public string Root { get; } = $"s3://{RadosGateway.Bucket}/{Guid.NewGuid():N}/with space";

    /// <summary>The folder for what the test needs.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("tracking-s3-server");

    /// <summary>Options without a place for artifacts.</summary>
    public ServerOptions Options => new()
    {
        Port = 0,
        DataFolder = Path.Combine(Folder.FullName, "data"),
        S3Endpoint = s3.Endpoint,
        S3Credentials = RadosGateway.Credentials,
    };

    /// <summary>Options of a server whose artifacts are in the bucket, and go through the server.</summary>
    public ServerOptions Proxied => Options with { ArtifactsDestination = Root };

    /// <summary>Options without a place for artifacts, with sign-in. Users may do only what they were given.</summary>
    public ServerOptions WithSignIn
    {
        get
        {
            var file = Path.Combine(Folder.FullName, "password");
            File.WriteAllText(file, Password + "\n");
            return Options with
            {
                SignIn = true,
                AdminPasswordFile = file,
                PasswordIterations = 1000,
                DefaultPermission = Permission.NO_PERMISSIONS,
            };
        }
    }

    /// <summary>A client of the server that runs.</summary>
    public MlflowClient Client => client!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A client of a user of the server that runs.</summary>
    public MlflowClient ClientOf(string user) => Client.As(user, Password, Encoding.UTF8);

    /// <summary>Adds a user.</summary>
    public async Task AddUserAsync(string user)
    {
        using var admin = ClientOf(UserNames.First);
        (await admin.PostAsync("users/create", new { username = user, password = Password })).Ok();
    }

    /// <summary>Starts a server; another one is stopped first.</summary>
    public async Task StartAsync(ServerOptions options)
    {
        await StopAsync();
        server = await TrackingServer.StartAsync(options, Ct);
        client = new MlflowClient(server.Url);
    }

    /// <summary>Stops the server.</summary>
    public async Task StopAsync()
    {
        client?.Dispose();
        if (server is not null) await server.DisposeAsync();
        (client, server) = (null, null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Folder.Delete(recursive: true);
    }
}

using System.Text;
using TrackingStore.Server;
using TrackingStore.Values;

namespace TrackingStore.Tests.Support;

/// <summary>A server with sign-in, whose users have no permissions but those that they are given.</summary>
public sealed class SignInServer : IAsyncLifetime
{
    /// <summary>The password of each user.</summary>
    internal const string Password = "a long password";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-users");

    /// <summary>The folder of the artifacts. Its path has a colon, as URIs have.</summary>
    internal string ArtifactRoot => Path.Combine(folder.FullName, "artifacts:1");

    /// <summary>The server.</summary>
    internal TrackingServer Server { get; private set; } = null!;

    /// <summary>A client that does not sign in.</summary>
    internal MlflowClient Nobody { get; private set; } = null!;

    /// <summary>A client of the administrator.</summary>
    internal MlflowClient Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(folder.FullName, "password");
        await File.WriteAllTextAsync(file, Password + "\n", TestContext.Current.CancellationToken);
        var options = new ServerOptions
        {
            Port = 0,
            SignIn = true,
            AdminPasswordFile = file,
            ArtifactsDestination = ArtifactRoot,
            PasswordIterations = 1000,
            DefaultPermission = Permission.NO_PERMISSIONS,
        };
        Server = await TrackingServer.StartAsync(options, TestContext.Current.CancellationToken);
        Nobody = new MlflowClient(Server.Url);
        Admin = ClientOf(UserNames.First);
    }

    public async ValueTask DisposeAsync()
    {
        Nobody.Dispose();
        Admin.Dispose();
        await Server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A client of a user.</summary>
    internal MlflowClient ClientOf(string name, string password = Password) => Nobody.As(name, password, Encoding.UTF8);

    /// <summary>Adds a user with a name of its own.</summary>
    internal async Task<(string Name, MlflowClient Client)> AddUserAsync()
    {
        var name = MlflowClient.NewName("ü");
        (await Admin.PostAsync("users/create", new { username = name, password = Password })).Ok();
        return (name, ClientOf(name));
    }

    /// <summary>Gives a user a permission for an experiment.</summary>
    internal async Task GrantAsync(string experimentId, string name, string permission) =>
        (await Admin.PostAsync("experiments/permissions/create", new { experiment_id = experimentId, username = name, permission })).Ok();
}

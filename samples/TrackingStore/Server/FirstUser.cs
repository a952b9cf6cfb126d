using TrackingStore.Errors;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Server;

/// <summary>The administrator, without whom nobody could add users. There is no default password.</summary>
internal static class FirstUser
{
    /// <summary>Adds the administrator where there is none, with the password of the options.</summary>
    /// <exception cref="ArgumentException">There is none, and no password either.</exception>
    public static async Task EnsureAsync(UserStore users, ServerOptions options, CancellationToken cancellationToken)
    {
        if (!options.SignIn || await users.FindAsync(UserNames.First, cancellationToken) is not null) return;
        if (options.AdminPasswordFile is not { } file)
        {
            throw new ArgumentException(
                $"No user can sign in yet. Put a password for '{UserNames.First}' into a file, and name it with --admin-password-file.");
        }

        var password = (await File.ReadAllTextAsync(file, cancellationToken)).TrimEnd('\r', '\n');
        if (password.Length < Limits.MinPassword)
            throw new ArgumentException($"The password in '{file}' is too short. It needs at least {Limits.MinPassword} characters.");

        try
        {
            await users.CreateAsync(UserNames.First, password, isAdmin: true, cancellationToken);
        }
        catch (TrackingException e) when (e.Error is TrackingError.UserNameTaken)
        {
            // Another instance of the server was faster.
        }
    }
}

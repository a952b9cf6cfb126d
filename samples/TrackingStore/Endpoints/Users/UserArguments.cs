using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Users;

/// <summary>What several endpoints of users read from their requests.</summary>
internal static class UserArguments
{
    /// <summary>The name of a user.</summary>
    public static string RequiredUserName(this Arguments arguments)
    {
        var name = arguments.RequiredText("username");
        Rules.RequireLength(name, "username", Limits.UserName);
        // Basic authentication ends the name at the first colon.
        return name.Contains(':') || name.Any(char.IsControl)
            ? throw arguments.InvalidValue("username", ". It has a colon or a control character")
            : name;
    }

    /// <summary>A password that is good enough to be set.</summary>
    public static string RequiredNewPassword(this Arguments arguments)
    {
        var password = arguments.RequiredText("password");
        Rules.RequireLength(password, "password", Limits.UserName);
        if (password.Length < Limits.MinPassword)
            throw MlflowException.Invalid($"Password must be at least {Limits.MinPassword} characters long.");

        return password;
    }
}

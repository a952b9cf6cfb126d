namespace TrackingStore.Values;

/// <summary>Who sends a request.</summary>
/// <param name="Name">The name of the user.</param>
/// <param name="IsAdmin">Whether the user may do everything.</param>
internal sealed record Caller(string Name, bool IsAdmin)
{
    /// <summary>Whoever it is, on a server without sign-in.</summary>
    public static Caller Anyone { get; } = new("", IsAdmin: true);

    /// <summary>
    /// The hash of the user's password when the request came; null on a server without sign-in. It is not public, so that no text of a
    /// caller has it.
    /// </summary>
    internal string? PasswordHash { get; init; }

    /// <summary>The user who owns what the caller creates; null on a server without sign-in.</summary>
    public string? Owner => this == Anyone ? null : Name;
}

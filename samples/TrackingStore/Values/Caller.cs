namespace TrackingStore.Values;

/// <summary>Who sends a request.</summary>
/// <param name="Name">The name of the user.</param>
/// <param name="IsAdmin">Whether the user may do everything.</param>
internal sealed record Caller(string Name, bool IsAdmin)
{
    /// <summary>Whoever it is, on a server without sign-in.</summary>
    public static Caller Anyone { get; } = new("", IsAdmin: true);

    /// <summary>The user who owns what the caller creates; null on a server without sign-in.</summary>
    public string? Owner => this == Anyone ? null : Name;
}

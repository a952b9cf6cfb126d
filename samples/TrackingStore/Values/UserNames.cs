namespace TrackingStore.Values;

/// <summary>Names of users.</summary>
internal static class UserNames
{
    /// <summary>The administrator that a server begins with. It stays one, so that there always is one.</summary>
    public const string First = "admin";
}

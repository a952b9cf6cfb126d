using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>What the endpoints of permissions read from their requests.</summary>
internal static class PermissionArguments
{
    /// <summary>A permission to give.</summary>
    public static Permission RequiredPermission(this Arguments arguments)
    {
        var name = arguments.RequiredKey("permission");
        var valid = string.Join(", ", Enum.GetNames<Permission>().Select(known => $"'{known}'"));
        return Enum.TryParse<Permission>(name, out var permission) && Enum.GetName(permission) == name
            ? permission
            : throw MlflowException.Invalid($"Invalid permission '{name}'. Valid permissions are: ({valid})");
    }
}

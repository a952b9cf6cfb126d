using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>What the endpoints of permissions read from their requests.</summary>
internal static class PermissionArguments
{
    /// <summary>A permission to give.</summary>
    public static GrantItem ToGrant(this Arguments arguments, ResourceKind kind, string parameter)
    {
        var resource = arguments.RequiredKey(parameter);
        // Unlike an experiment, a model need not exist, so nothing else would refuse a name by which no permission is looked up.
        if (kind == ResourceKind.Model) Rules.RequireLength(resource, parameter, Limits.ModelName);
        return new GrantItem
        {
            UserName = arguments.RequiredKey("username"),
            Kind = kind,
            Resource = resource,
            Permission = arguments.RequiredPermission(),
        };
    }

    private static Permission RequiredPermission(this Arguments arguments)
    {
        var name = arguments.RequiredKey("permission");
        var valid = string.Join(", ", Enum.GetNames<Permission>().Select(known => $"'{known}'"));
        return Enum.TryParse<Permission>(name, out var permission) && Enum.GetName(permission) == name
            ? permission
            : throw MlflowException.Invalid($"Invalid permission '{name}'. Valid permissions are: ({valid})");
    }
}

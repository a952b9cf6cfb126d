using DynamoToolkit;
using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>
/// A permission of a user for an experiment or a model. The index finds the permissions for what is removed; other items are in it as
/// well, so that a table from before needs no new one. Names of users may be too long for its sort key.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("USER#{UserName}"), SortKey("GRANT#{Kind}#{Resource}")]
[GlobalIndex("byExperiment", "GRANTS#{Kind}#{Resource}", "GRANT")]
internal sealed partial class GrantItem
{
    public required string UserName { get; init; }
    public required ResourceKind Kind { get; init; }

    /// <summary>The id of the experiment or of the model.</summary>
    public required string Resource { get; init; }

    public required Permission Permission { get; init; }

    /// <summary>The permission of whoever created an experiment or a model.</summary>
    public static GrantItem ToManage(string userName, ResourceKind kind, string resource) =>
        new() { UserName = userName, Kind = kind, Resource = resource, Permission = Permission.MANAGE };
}

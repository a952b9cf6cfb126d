namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A person whose address is unique everywhere, and whose name is unique within a tenant.</summary>
// example: user
[DynamoTable("people")]
[PartitionKey("USER#{Id}"), SortKey("USER")]
public sealed partial record User
{
    public required string Id { get; init; }

    public string Tenant { get; init; } = "";

    [Unique]
    public string? Email { get; init; }

    [Unique(Scope = [nameof(Tenant)])]                  // unique within a tenant
    public string? Name { get; init; }

    public int Logins { get; init; }
}
// end

namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A base class that is not an item type, with a member that only it can set.</summary>
public abstract class Entity
{
    public required string CreatedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public void Touch(DateTimeOffset at) => ChangedAt = at;
}

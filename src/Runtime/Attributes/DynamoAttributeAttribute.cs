namespace DynamoToolkit;

/// <summary>Sets how a member is stored: its attribute's name, and for enums by name or by number.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DynamoAttributeAttribute : Attribute
{
    /// <summary>Keeps the name that the naming policy gives.</summary>
    public DynamoAttributeAttribute()
    {
    }

    /// <summary>Sets the attribute's name.</summary>
    /// <param name="name">The attribute's name, exactly as stored.</param>
    public DynamoAttributeAttribute(string name) => Name = name;

    /// <summary>The attribute's name, or null for the policy's.</summary>
    public string? Name { get; }

    /// <summary>How an enum's values are stored. Ignored for other types.</summary>
    public EnumStorage EnumStorage { get; set; }
}

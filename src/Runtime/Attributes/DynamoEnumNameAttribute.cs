namespace DynamoToolkit;

/// <summary>
/// Sets the text that stands for a member of an enum that is stored by name, and further texts that are read as the member. They apply
/// wherever the name is stored: in values, sets, keys of maps and key templates. Without a name, <c>[JsonStringEnumMemberName]</c>,
/// <c>[EnumMember(Value = …)]</c> and the member's own name decide, in this order.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class DynamoEnumNameAttribute : Attribute
{
    /// <summary>Keeps the name; use it to set <see cref="Aliases"/> only.</summary>
    public DynamoEnumNameAttribute()
    {
    }

    /// <summary>Sets the stored name.</summary>
    /// <param name="name">The name, exactly as stored. It is not empty and not the text of a number.</param>
    public DynamoEnumNameAttribute(string name) => Name = name;

    /// <summary>The stored name, or null to keep the one that the member has without this attribute.</summary>
    public string? Name { get; }

    /// <summary>Names under which older items hold the member. They are read, never written.</summary>
    public string[] Aliases { get; set; } = [];
}

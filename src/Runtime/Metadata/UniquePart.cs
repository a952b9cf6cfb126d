namespace DynamoToolkit;

/// <summary>A member that is part of a unique value, and how the value gets out of an item.</summary>
public sealed class UniquePart
{
    private readonly Func<object, KeyValue> get;

    private UniquePart(string memberName, string attributeName, Func<object, KeyValue> get)
    {
        MemberName = memberName;
        AttributeName = attributeName;
        this.get = get;
    }

    /// <summary>The member's name.</summary>
    public string MemberName { get; }

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>Describes a member.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="memberName">The member's name.</param>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="get">Returns an item's value, as its attribute stores it; the default value for null.</param>
    public static UniquePart Of<T>(string memberName, string attributeName, Func<T, KeyValue> get) =>
        new(memberName, attributeName, item => get((T)item));

    /// <summary>An item's value; the default value if it is null.</summary>
    internal KeyValue ValueOf(object item) => get(item);
}

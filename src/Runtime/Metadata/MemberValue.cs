namespace DynamoToolkit;

/// <summary>A member on whose value other items of the table depend, and how the value gets out of an item.</summary>
public sealed class MemberValue
{
    private readonly Func<object, KeyValue> get;

    private MemberValue(string memberName, string attributeName, Func<object, KeyValue> get, bool mayBeMissing)
    {
        MemberName = memberName;
        AttributeName = attributeName;
        MayBeMissing = mayBeMissing;
        this.get = get;
    }

    /// <summary>The member's name.</summary>
    public string MemberName { get; }

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>
    /// Whether an item that has a value may lack the attribute: it is older than the member, which has a default value, or its key has the
    /// value, too.
    /// </summary>
    internal bool MayBeMissing { get; }

    /// <summary>Describes a member.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="memberName">The member's name.</param>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="get">Returns an item's value, as its attribute stores it; the default value for null.</param>
    /// <param name="mayBeMissing">Whether an item that has a value may lack the attribute.</param>
    public static MemberValue Of<T>(string memberName, string attributeName, Func<T, KeyValue> get, bool mayBeMissing = false) =>
        new(memberName, attributeName, item => get((T)item), mayBeMissing);

    /// <summary>An item's value; the default value if it is null.</summary>
    internal KeyValue ValueOf(object item) => get(item);

    /// <summary>The values of several members; null if one of them is null.</summary>
    internal static KeyValue[]? ValuesOf(IReadOnlyList<MemberValue> members, object item)
    {
        var values = new KeyValue[members.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = members[i].ValueOf(item);
            if (values[i].IsNone)
                return null;
        }

        return values;
    }
}

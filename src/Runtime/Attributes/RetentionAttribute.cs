namespace DynamoToolkit;

/// <summary>
/// Names how long items of the type are kept: <c>[Retention("trace", Days = 30)]</c>. The type needs a member with
/// <see cref="TimeToLiveAttribute"/>, which holds the time at which an item expires. The duration here is the default:
/// <see cref="DynamoClientOptions.Retention"/> can give another one by name.
/// </summary>
/// <param name="name">The policy's name, which several types may share.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RetentionAttribute(string name) : Attribute
{
    /// <summary>The policy's name.</summary>
    public string Name { get; } = name;

    /// <summary>How many days items are kept.</summary>
    public int Days { get; set; }

    /// <summary>How many hours items are kept, in addition to the days.</summary>
    public int Hours { get; set; }

    /// <summary>How many minutes items are kept, in addition to the days and hours.</summary>
    public int Minutes { get; set; }

    /// <summary>
    /// Whether items are kept for ever until <c>ExpireAsync</c> marks them, such as deleted runs that can be restored. Otherwise a put that
    /// creates an item sets the time at which it expires.
    /// </summary>
    public bool OnDemand { get; set; }
}

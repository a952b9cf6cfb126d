namespace DynamoToolkit;

/// <summary>
/// Keeps every version of a type's items: each save writes a new one, numbered from 1 by the <see cref="VersionAttribute"/> member, which is
/// in the sort key. Version 0 is a copy of the latest version, so that reading the latest takes one GetItem.
/// </summary>
/// <remarks>
/// Save with <c>SaveVersionAsync</c>. Puts, updates, deletes, batches and transactions refuse such items before anything is sent, and none
/// of them can write version 0. Types that derive from the class are version-controlled, too.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-sort-keys.html"/>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VersionControlledAttribute : Attribute
{
    /// <summary>
    /// The name of the Number attribute that only version 0 has: the number of the version that it is a copy of. <c>latestVersion</c> by
    /// default.
    /// </summary>
    public string LatestVersionAttributeName { get; set; } = "latestVersion";
}

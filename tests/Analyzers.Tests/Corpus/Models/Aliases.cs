using System;
using Item = DynamoToolkit.DynamoTableAttribute;
using Part = DynamoToolkit.PartitionKeyAttribute;
using Sort = DynamoToolkit.SortKeyAttribute;
using Tags = System.Collections.Generic.HashSet<string>;

namespace Corpus.Aliases
{
    using Name = DynamoToolkit.DynamoAttributeAttribute;

    /// <summary>A bookmark, in a project that has an attribute named PartitionKey of its own.</summary>
    [Item("bookmarks")]
    public sealed partial class Bookmark
    {
        [Part]
        public required string Reader { get; init; }

        [Sort]
        public required Guid Id { get; init; }

        [Name("u")]
        public required Uri Address { get; set; }

        [Name("t")]
        public Tags Tags { get; set; } = [];

        [global::DynamoToolkit.UpdatedAt]
        public DateTimeOffset ChangedAt { get; init; }
    }
}

namespace Corpus.Aliases.Other
{
    /// <summary>The project's own attribute, which means something else.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class PartitionKeyAttribute : Attribute;

    /// <summary>Not an item type.</summary>
    public sealed class Message
    {
        [PartitionKey]
        public string? Kafka { get; set; }
    }
}

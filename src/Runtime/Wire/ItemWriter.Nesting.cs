namespace DynamoToolkit.Wire;

/// <content>Nesting. DynamoDB accepts 32 levels: an attribute is at the first, the content of its list or map at the second.</content>
public ref partial struct ItemWriter
{
    private const int MaxLevels = 32;
    private const string NestingRule =
        "is nested deeper than the 32 levels that DynamoDB accepts, or contains itself. Flatten it, or store it as text.";

    /// <summary>Begins a list or map, and rejects one that is nested too deep.</summary>
    internal void EnterLevel()
    {
        if (++levels > MaxLevels)
            Fail(NestingRule);
    }

    /// <summary>Ends a list or map. At the last level, it must be empty.</summary>
    /// <param name="start">The position of its opening bracket. The closing bracket was just written.</param>
    internal void LeaveLevel(int start)
    {
        const int Empty = 2;
        if (levels-- == MaxLevels && position - start > Empty)
            throw new InvalidAttributeValueException(AttributePathText.Of(span[..(position - 1)]), NestingRule);
    }

    /// <summary>Sets how many lists and maps surround the value but are not written themselves.</summary>
    internal void StartWithin(int lists) => levels = lists;
}

namespace DynamoToolkit.Wire;

/// <content>How deep values lie. DynamoDB takes 32 levels: an attribute is at the first, what is in its list or map at the second.</content>
public ref partial struct ItemWriter
{
    private const int MaxLevels = 32;
    private const string NestingRule = "is nested deeper than the 32 levels that DynamoDB takes, or contains itself. Flatten it, or store it as text.";

    /// <summary>Begins a list or map, and refuses one that lies too deep.</summary>
    internal void EnterLevel()
    {
        if (++levels > MaxLevels)
            Fail(NestingRule);
    }

    /// <summary>Ends a list or map. What is in one at the last level lies too deep.</summary>
    /// <param name="start">Where its bracket opens; the closing one was just written.</param>
    internal void LeaveLevel(int start)
    {
        const int Empty = 2;
        if (levels-- == MaxLevels && position - start > Empty)
            throw new InvalidAttributeValueException(AttributePathText.Of(span[..(position - 1)]), NestingRule);
    }

    /// <summary>Tells how many lists and maps are around what is written, where they are not written themselves.</summary>
    internal void StartWithin(int lists) => levels = lists;
}

namespace DynamoToolkit;

/// <summary>Where a page is: what a page token says. The numbers are part of tokens.</summary>
internal enum PagePlace : byte
{
    /// <summary>The items that follow a key.</summary>
    After = 1,

    /// <summary>The items that end before a key.</summary>
    Before = 2,

    /// <summary>The first items.</summary>
    Start = 3,

    /// <summary>The last items.</summary>
    End = 4,
}

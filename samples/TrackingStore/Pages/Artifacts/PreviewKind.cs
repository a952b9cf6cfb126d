namespace TrackingStore.Pages.Artifacts;

/// <summary>How a file is shown.</summary>
internal enum PreviewKind
{
    /// <summary>As text, if it is text.</summary>
    Text,

    /// <summary>As JSON with line breaks.</summary>
    Json,

    /// <summary>As a table.</summary>
    Table,

    /// <summary>As formatted text.</summary>
    Markdown,

    /// <summary>As a picture.</summary>
    Image,

    /// <summary>As a page in a frame that runs nothing.</summary>
    Html,
}

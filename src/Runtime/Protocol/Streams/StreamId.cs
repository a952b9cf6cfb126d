namespace DynamoToolkit.Protocol;

/// <summary>A stream of a table. A table whose stream was disabled and enabled again has two for a day.</summary>
/// <param name="Arn">The stream's resource name.</param>
/// <param name="Label">When the stream was enabled, so that labels are in the order of the streams.</param>
internal sealed record StreamId(string Arn, string Label);

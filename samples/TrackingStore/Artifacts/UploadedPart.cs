namespace TrackingStore.Artifacts;

/// <summary>A part of an upload.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="ETag">What the store answered when the part was put.</param>
internal readonly record struct UploadedPart(int Number, string ETag);

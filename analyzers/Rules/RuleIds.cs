namespace IoctlSharp.Analyzers.Rules;

/// <summary>The ids of the rules, by name. An id is never used again.</summary>
public static class RuleIds
{
    // Types.
    public const string TypeIsNotPartial = "IOCTL1001";
    public const string ContainingTypeIsNotPartial = "IOCTL1002";
    public const string TypeIsFileLocal = "IOCTL1003";
    public const string StructIsGeneric = "IOCTL1004";
    public const string StructIsRefOrReadOnly = "IOCTL1005";
    public const string StructIsRecord = "IOCTL1006";
    public const string StructIsAlsoUnion = "IOCTL1007";
    public const string StructHasNoFields = "IOCTL1008";
    public const string StructHasNoCName = "IOCTL1009";
    public const string FieldsStandInSeveralParts = "IOCTL1010";
    public const string FieldIsHidden = "IOCTL1011";
    public const string GroupIsNotStatic = "IOCTL1012";
    public const string ConstantsPrefixIsEmpty = "IOCTL1013";
    public const string ConstantsHaveNoNames = "IOCTL1014";
    public const string ReferencedStructIsInvalid = "IOCTL1015";
    public const string AnonymousStructHasCName = "IOCTL1016";

    // Fields.
    public const string FieldTypeIsNotFixedWidth = "IOCTL1020";
    public const string FieldTypeIsNotKernelStruct = "IOCTL1021";
    public const string ArgSizeIsNotUInt = "IOCTL1022";
    public const string AttributeIsRepeated = "IOCTL1023";
    public const string FieldRolesContradict = "IOCTL1024";
    public const string TailCountIsNotInteger = "IOCTL1025";
    public const string TailCountHasNoTail = "IOCTL1026";
    public const string TailElementIsNotFixedWidth = "IOCTL1027";
    public const string BitsNeedUnsignedWord = "IOCTL1028";
    public const string BitsDoNotFillWord = "IOCTL1029";
    public const string BitsByteOrderDiffers = "IOCTL1030";
    public const string BitsTypeIsNotInteger = "IOCTL1031";
    public const string MemberNameIsTaken = "IOCTL1032";
    public const string AlignmentIsNotPowerOfTwo = "IOCTL1033";
    public const string CapabilityOffsetIsNotUInt = "IOCTL1034";
    public const string CapabilityFlagsFieldIsUnknown = "IOCTL1035";
    public const string CapabilityFlagIsNotConstant = "IOCTL1036";
    public const string CStringIsNotByteArray = "IOCTL1037";
    public const string UnionFieldIsNotUnion = "IOCTL1038";
    public const string DiscriminatorIsUnknown = "IOCTL1039";
    public const string FieldAttributeHasNoStruct = "IOCTL1040";
    public const string FieldIsReadOnly = "IOCTL1041";
    public const string BitsLayoutDiffersFromC = "IOCTL1042";

    // Groups and methods.
    public const string IoctlIsOutsideGroup = "IOCTL1050";
    public const string MethodIsNotStaticPartial = "IOCTL1051";
    public const string MethodHasBody = "IOCTL1052";
    public const string MethodIsGeneric = "IOCTL1053";
    public const string MethodReturnsByReference = "IOCTL1054";
    public const string DescriptorIsMissing = "IOCTL1055";
    public const string ParameterTypeIsUnsupported = "IOCTL1056";
    public const string StructIsPassedByValue = "IOCTL1057";
    public const string LongIsPassedByValue = "IOCTL1058";
    public const string ArgumentIsRepeated = "IOCTL1059";
    public const string ArgumentTypeIsNotKernelStruct = "IOCTL1060";
    public const string ArgumentIsNotStruct = "IOCTL1061";
    public const string FieldIsUnknown = "IOCTL1062";
    public const string FieldIsNotAccessible = "IOCTL1063";
    public const string FieldTypeDiffers = "IOCTL1064";
    public const string FieldIsNotPointer = "IOCTL1065";
    public const string FieldIsNotInteger = "IOCTL1066";
    public const string CallPinsTooManySpans = "IOCTL1067";
    public const string TailIsUnknown = "IOCTL1068";
    public const string TailElementDiffers = "IOCTL1069";
    public const string PresetIsNotConstantOfField = "IOCTL1070";
    public const string NumberParameterIsNotByte = "IOCTL1071";
    public const string CStringParameterIsNotText = "IOCTL1072";
    public const string ReturnValueIsNotOutInteger = "IOCTL1073";
    public const string OutParameterNeedsErrno = "IOCTL1074";
    public const string ResultTypeIsUnsupported = "IOCTL1075";
    public const string HandleHasNoConstructor = "IOCTL1076";
    public const string HandleCannotAdopt = "IOCTL1077";
    public const string AskAgainNeedsBuffer = "IOCTL1078";
    public const string BufferNeedsAskAgain = "IOCTL1079";
    public const string AskAgainTakesNoTail = "IOCTL1080";
    public const string ParameterAttributesContradict = "IOCTL1081";
    public const string ParameterAttributeHasNoIoctl = "IOCTL1082";
    public const string MethodAttributeHasNoIoctl = "IOCTL1083";
    public const string MeaningIsUnusable = "IOCTL1084";
    public const string AskAgainNeedsArgSize = "IOCTL1085";
    public const string AskAgainNeedsCount = "IOCTL1086";
    public const string AskAgainCountIsNotInteger = "IOCTL1087";
    public const string AskAgainArrayIsNotPointer = "IOCTL1088";
    public const string AskAgainHasNoElements = "IOCTL1089";
    public const string AskAgainTakesNoPointer = "IOCTL1090";
    public const string SpanRuleHasNoSpan = "IOCTL1091";
    public const string SpanRuleOperandIsUnknown = "IOCTL1092";
    public const string FixedLengthIsNotPositive = "IOCTL1093";
    public const string FieldIsAmbiguous = "IOCTL1095";
    public const string FieldIsOfAnotherStruct = "IOCTL1096";
    public const string AskAgainTakesNoOutput = "IOCTL1097";

    // Layout.
    public const string LayoutIsAuto = "IOCTL2001";
    public const string UnionIsNotExplicit = "IOCTL2002";
    public const string UnionArmIsNotAtZero = "IOCTL2003";
    public const string LayoutDiffersFromC = "IOCTL2004";
    public const string LayoutDiffersOnI386 = "IOCTL2005";
    public const string StructIsTooLarge = "IOCTL2006";
    public const string ElementHasPadding = "IOCTL2007";

    // Command numbers.
    public const string CommandNameIsNotIdentifier = "IOCTL3001";
    public const string CommandNumberOverflows = "IOCTL3002";
    public const string CommandHasNoNumber = "IOCTL3003";
    public const string CommandNeedsGroupType = "IOCTL3004";
    public const string MacroNeedsType = "IOCTL3005";
    public const string MacroTypeIsNotFixedWidth = "IOCTL3006";
    public const string ArgumentIsTooLargeForNumber = "IOCTL3007";
    public const string CommandNumberDiffers = "IOCTL3008";
    public const string LegacyNumberIsNotPortable = "IOCTL3009";
    public const string CommandNumberIsShared = "IOCTL3010";
    public const string MacroIsUnknown = "IOCTL3011";
    public const string CommandHasTwoNumbers = "IOCTL3012";
    public const string MacroTakesNoType = "IOCTL3013";

    // Contracts.
    public const string ContractFieldIsUnknown = "IOCTL1100";
    public const string ContractValueIsNotOfField = "IOCTL1101";
    public const string ContractFlagsHaveNoField = "IOCTL1102";
    public const string ContractDoesNotFitType = "IOCTL1103";
    public const string ContractFlagsSayNothing = "IOCTL1104";
    public const string ContractNumberSaysNothing = "IOCTL1105";
    public const string EarlierMethodIsUnknown = "IOCTL1106";
    public const string VersionIsNotLinux = "IOCTL1107";
    public const string ArmIsOutsideUnion = "IOCTL1108";
    public const string MustReadHasNoResult = "IOCTL1109";

    // Call sites.
    public const string ArgumentContradictsPreset = "IOCTL4001";

    // Calls of libc's ioctl without a declaration, and structs and commands that are known to be otherwise.
    public const string RawIoctlTakesAnotherStruct = "IOCTL4010";
    public const string RequestIsLiteral = "IOCTL4011";
    public const string RequestSizeIsNotArguments = "IOCTL4012";
    public const string RawIoctlPassesWrongWay = "IOCTL4013";
    public const string ArgSizeIsNeverSet = "IOCTL4014";
    public const string ArgSizeIsOfAnother = "IOCTL4015";
    public const string RawImportLosesErrno = "IOCTL4016";
    public const string RawRequestHasWrongWidth = "IOCTL4017";
    public const string HandWrittenLayoutDiffers = "IOCTL4018";
    public const string RawArgumentIsCopied = "IOCTL4019";
    public const string CommandDiffersFromKnown = "IOCTL4008";
    public const string DirectionContradictsUse = "IOCTL4009";

    // What a call gives back.
    public const string ResultMustBeRead = "IOCTL4050";
    public const string ErrnoIsDiscarded = "IOCTL4051";
    public const string ErrnoIsReadTooLate = "IOCTL4052";
    public const string RetryIsUnbounded = "IOCTL4053";
    public const string ErrorIsLostInCatch = "IOCTL4054";
    public const string EventfdIsBoundAgain = "IOCTL4055";
    public const string CallIsOutOfOrder = "IOCTL4060";

    // Memory and file descriptors.
    public const string UninitializedMemoryReachesKernel = "IOCTL5001";
    public const string AddressOutlivesItsPin = "IOCTL5002";
    public const string DmaMemoryIsManaged = "IOCTL5003";
    public const string FdIsNotOwned = "IOCTL5010";
    public const string FdZeroIsTreatedAsFailure = "IOCTL5011";
    public const string HandleIsNotKeptAlive = "IOCTL5012";
    public const string ResourceIsNotDisposed = "IOCTL5013";

    // Values that callers give, and what they make of answers.
    public const string FieldIsReadWithoutItsFlag = "IOCTL4030";
    public const string ReservedFieldIsWritten = "IOCTL4031";
    public const string FlagIsMissing = "IOCTL4032";
    public const string FlagsExcludeEachOther = "IOCTL4033";
    public const string FieldMustBeZero = "IOCTL4034";
    public const string ValueIsOutOfRange = "IOCTL4035";
    public const string ValueIsNotAligned = "IOCTL4036";
    public const string ValueIsNotPowerOfTwo = "IOCTL4037";
    public const string ValueIsZero = "IOCTL4038";
    public const string FlagsAreComparedWhole = "IOCTL4040";
    public const string FlagIsOfAnotherEnum = "IOCTL4041";
    public const string KernelValueIsNarrowed = "IOCTL4042";
    public const string RegionOffsetIsComputed = "IOCTL4044";
    public const string UnionArmIsReadUnchecked = "IOCTL4045";
    public const string ArgSizeIsSetByCaller = "IOCTL4020";
    public const string TailIsLostInCopy = "IOCTL4021";
    public const string CapabilityChainIsWalkedByHand = "IOCTL4023";
    public const string PageSizeIsAssumed = "IOCTL4043";
    public const string ByteOrderIsWrong = "IOCTL4046";
    public const string TextIsTooLong = "IOCTL4047";
    public const string RegisterAccessMayBeNarrowed = "IOCTL4048";

    // Environment.
    public const string LanguageVersionIsTooOld = "IOCTL9001";
    public const string FeatureIsNewerThanTargetLinux = "IOCTL9010";
}

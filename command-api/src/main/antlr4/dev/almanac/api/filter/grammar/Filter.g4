// The filter language: which tasks are meant. What a field's values and operators are is checked after this.
grammar Filter;

filter : alternatives EOF ;

alternatives : conditions (OR conditions)* ;

conditions : condition (AND condition)* ;

condition
    : NOT condition             # negated
    | LEFT alternatives RIGHT   # grouped
    | field comparison          # compared
    ;

comparison
    : operator=(EQUAL | UNEQUAL | LESS | AT_MOST | GREATER | AT_LEAST | CONTAINS) value   # toOne
    | NOT? IN LEFT value (COMMA value)* RIGHT                                             # toSeveral
    | IS NOT? NULL                                                                        # toNothing
    ;

field : WORD ;

value : WORD | STRING ;

AND : [aA] [nN] [dD] ;
OR : [oO] [rR] ;
NOT : [nN] [oO] [tT] ;
IN : [iI] [nN] ;
IS : [iI] [sS] ;
NULL : [nN] [uU] [lL] [lL] ;
CONTAINS : [cC] [oO] [nN] [tT] [aA] [iI] [nN] [sS] ;

EQUAL : '=' ;
UNEQUAL : '!=' ;
LESS : '<' ;
AT_MOST : '<=' ;
GREATER : '>' ;
AT_LEAST : '>=' ;
LEFT : '(' ;
RIGHT : ')' ;
COMMA : ',' ;

STRING : '"' (~["\\\u0000] | '\\' ["\\])* '"' ;
WORD : ~[ \u00A0\u0000-\u001F=!<>(),"]+ ;
SPACE : [ \u00A0\t\r\n]+ -> skip ;
// So that whatever is no word is told by the parser, with its place.
OTHER : . ;
